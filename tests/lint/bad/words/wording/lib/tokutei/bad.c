const char *q = "事業所";
