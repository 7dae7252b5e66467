/* see /root/x */
