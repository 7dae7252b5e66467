# screens.sh - see screens.py
exec /usr/bin/python3 -B tests/web/all/screens.py
