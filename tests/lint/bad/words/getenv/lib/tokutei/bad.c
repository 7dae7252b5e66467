void f(void) { x = getenv("X"); }
