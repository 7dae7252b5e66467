void f(void) { strcpy(x, y); }
