# matrix.sh - see matrix.py
exec /usr/bin/python3 -B tests/web/all/matrix.py
