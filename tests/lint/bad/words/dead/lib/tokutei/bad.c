#if 0
int x;
#endif
