const char *q = "<p class=x>";
