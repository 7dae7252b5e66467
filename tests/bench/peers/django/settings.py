"""settings.py - as for production: no debugging, templates compiled once,
connections that stay, nothing installed that the page does not use."""
import os

BASE = os.path.dirname(os.path.abspath(__file__))
GENERATED = os.environ["GENERATED"]
SITE = os.environ["SITE"]

DEBUG = False
SECRET_KEY = os.environ["SECRET_KEY"]
ALLOWED_HOSTS = ["localhost"]
ROOT_URLCONF = "urls"
WSGI_APPLICATION = "wsgi.application"
INSTALLED_APPS = []
MIDDLEWARE = ["middleware.RequestLog", "middleware.Session"]
APPEND_SLASH = False
USE_I18N = False
USE_L10N = False
USE_TZ = False
DEFAULT_CHARSET = "utf-8"

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.mysql",
        "NAME": os.environ["DB_NAME"],
        "USER": os.environ["DB_USER"],
        "PASSWORD": os.environ["DB_PASSWORD"],
        "HOST": os.environ["DB_SOCKET"],
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "charset": "utf8mb4",
            "isolation_level": "read committed",
            "init_command": "SET SESSION sql_mode = 'STRICT_ALL_TABLES,"
            "ONLY_FULL_GROUP_BY,NO_ZERO_DATE,NO_ZERO_IN_DATE,"
            "ERROR_FOR_DIVISION_BY_ZERO', time_zone = '+00:00'",
        },
    }
}

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [os.path.join(BASE, "templates")],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["django.template.loaders.filesystem.Loader"],
                )
            ],
        },
    }
]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"bare": {"format": "%(message)s"}},
    "handlers": {
        "requests": {
            "class": "logging.FileHandler",
            "filename": os.environ["REQUEST_LOG"],
            "formatter": "bare",
        }
    },
    "loggers": {
        "requests": {
            "handlers": ["requests"],
            "level": "INFO",
            "propagate": False,
        }
    },
}
