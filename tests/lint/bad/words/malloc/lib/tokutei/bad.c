void f(void) { x = malloc(5); }
