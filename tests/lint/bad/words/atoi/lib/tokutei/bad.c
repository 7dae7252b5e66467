int f(void) { return atoi(x); }
