"""urls.py - the one page."""
from django.urls import path

import worklist

urlpatterns = [path("tokutei/list", worklist.show)]
