void f(void) { system("x"); }
