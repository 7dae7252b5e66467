/* main.c - the main() of every screen's program; all else is in lib/web. */
#include "web/main.h"

extern const struct screen screen;

int main(int argc, char **argv)
{
	return screen_main(&screen, argc, argv);
}
