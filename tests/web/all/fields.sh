# fields.sh - see fields.py
exec /usr/bin/python3 -B tests/web/all/fields.py
