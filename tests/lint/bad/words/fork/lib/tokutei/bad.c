void f(void) { fork(); }
