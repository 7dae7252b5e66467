/* main.h - the one main() of all screens. */
#ifndef WEB_MAIN_H
#define WEB_MAIN_H

#include "web/screen.h"

/* Answers FastCGI requests on descriptor 0 until told to leave; one request as
 * plain CGI when it is no socket; --describe prints the screen for the tests.
 */
int screen_main(const struct screen *screen, int argc, char **argv);

#endif
