#include "form/form.h"
#include "text/width.h"
#include "sql/tokutei/office.h"
#include <stdio.h>
