"""middleware.py - who asks, and the line in the request log."""
import base64
import datetime
import hashlib
import json
import logging
import re
import secrets
import time
import urllib.parse

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect

from statements import Counter, execute, fetch, now

log = logging.getLogger("requests")
COOKIE = re.compile(r"[A-Za-z0-9_-]{43}")


class RequestLog:
    """One line of JSON for each request, as ours."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        began = time.monotonic_ns()
        before = Counter.run
        response = self.get_response(request)
        log.info(
            json.dumps(
                {
                    "t": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
                    "event": "request",
                    "rid": request.META.get("HTTP_X_REQUEST_ID", ""),
                    "screen": request.path,
                    "method": request.method,
                    "status": response.status_code,
                    "us": (time.monotonic_ns() - began) // 1000,
                    "statements": Counter.run - before,
                }
            )
        )
        return response


def load(cookie, place):
    """The row of the session, or None; one statement, also for the form key."""
    rows = fetch(
        "session_staff",
        {
            "token": hashlib.sha256(cookie.encode()).digest(),
            "site": settings.SITE,
            "key": bytes(16),
            "place": place,
        },
    )
    s = rows[0] if rows else None
    if s is None or s["session"] is None:
        return None
    at = now()
    idle = datetime.timedelta(seconds=s["idle_seconds"])
    if (
        at >= s["ends_at"]
        or at >= s["seen_at"] + idle
        or s["account_state"] == "disabled"
    ):
        return None
    if at - s["seen_at"] >= datetime.timedelta(seconds=60):
        execute("session_touch", {"session": s["session"], "now": at})
    form = hashlib.sha256(b"form:" + cookie.encode()).digest()
    s["expires"] = min(at + idle, s["ends_at"])
    s["form_token"] = base64.urlsafe_b64encode(form).decode().rstrip("=")
    s["form_key"] = secrets.token_hex(16)
    return s


class Session:
    """Nobody without a session, and nobody but the desk, gets further."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        cookie = request.COOKIES.get("sid", "")
        session = None
        if COOKIE.fullmatch(cookie):
            session = load(cookie, f"{settings.SITE}{request.path}:")
        if session is None:
            return HttpResponseRedirect(
                "/account/login?next=" + urllib.parse.quote(request.path, "")
            )
        if session["role"] not in ("reviewer", "registrar"):
            return HttpResponse("403\n", "text/plain", 403)
        request.session_row = session
        response = self.get_response(request)
        response["Cache-Control"] = "no-store"
        return response
