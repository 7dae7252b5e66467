char *f(void)
{
	static char text[20];
	return text;
}
