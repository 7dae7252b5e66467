const char *q = "SELECT id FROM office";
