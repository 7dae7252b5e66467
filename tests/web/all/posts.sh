# posts.sh - see posts.py
exec /usr/bin/python3 -B tests/web/all/posts.py
