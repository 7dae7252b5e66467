void f(void) { x = rand(); }
