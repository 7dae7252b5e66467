void f(void) { sprintf(x, "y"); }
