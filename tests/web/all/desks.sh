# desks.sh - see desks.py
exec /usr/bin/python3 -B tests/web/all/desks.py
