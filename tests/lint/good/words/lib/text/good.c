/* good.c - malloc(), "事業所" and system() in a comment are no calls. */
#include <string.h>

static const char *const units[] = { "事", "sprintf(", "time(" };
static int daytime(int x)
{
	return x; // atoi(x)
}
