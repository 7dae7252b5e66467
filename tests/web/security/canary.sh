# canary.sh - see canary.py
exec /usr/bin/python3 -B tests/web/security/canary.py
