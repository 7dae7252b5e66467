void f(void) { x = time(NULL); }
