# sessions.sh - see sessions.py
exec /usr/bin/python3 -B tests/web/security/sessions.py
