-- メッセージ: threads, as the business has them and as a desk has them. A desk
-- sees those with itself, about businesses of which it has a part.

-- part: thread_columns
SELECT t.id AS thread, t.public_id AS id, t.subject, t.state, t.role,
       t.application, p.public_id AS application_id, t.last_at,
       COALESCE(m.name, '') AS desk, COALESCE(r.number, '') AS number,
       COALESCE(p.receipt, '') AS receipt, COALESCE(a.name, '') AS company

-- part: thread_names
  JOIN application p ON p.id = t.application
  LEFT JOIN ministry m ON m.id = t.ministry
  LEFT JOIN registration r ON r.application = t.application
  LEFT JOIN applicant a ON a.version = COALESCE(r.version, p.sent)

-- part: thread_own
  FROM application mine
  JOIN message_thread t ON t.application = COALESCE(mine.parent, mine.id)
                       AND t.organisation = :my_org

-- part: thread_unit
   AND (EXISTS (SELECT 1
                  FROM review_unit u
                 WHERE u.application = t.application AND u.role = t.role
                   AND u.ministry = t.ministry
                   AND u.state NOT IN ('waiting', 'dropped'))
        OR EXISTS (SELECT 1
                     FROM application c
                     JOIN review_unit u ON u.application = c.id
                                       AND u.role = t.role
                                       AND u.ministry = t.ministry
                                       AND u.state NOT IN ('waiting', 'dropped')
                    WHERE c.parent = t.application))

-- part: thread_page
   AND t.last_at <= :at AND (t.last_at < :at OR t.id < :at_id)
 ORDER BY t.last_at DESC, t.id DESC
 LIMIT :limit;

-- name: thread_own_list :many
{thread_columns}
       , t.business_unread AS unread
{thread_own}
{thread_names}
 WHERE mine.id = :my_application
{thread_page}

-- name: thread_own_load :one
{thread_columns}
       , t.business_unread AS unread
{thread_own}
{thread_names}
 WHERE mine.id = :my_application AND t.public_id = :id;

-- name: thread_own_unread :one
SELECT COUNT(*) AS n
{thread_own}
 WHERE mine.id = :my_application AND t.business_unread = 1;

-- name: thread_desk_list :many
{thread_columns}
       , t.desk_unread AS unread
  FROM message_thread t FORCE INDEX (message_thread_desk)
{thread_names}
 WHERE t.role = :my_role AND t.ministry = :my_ministry
{thread_unit}
{thread_page}

-- name: thread_desk_list_unread :many
{thread_columns}
       , t.desk_unread AS unread
  FROM message_thread t FORCE INDEX (message_thread_unread)
{thread_names}
 WHERE t.role = :my_role AND t.ministry = :my_ministry AND t.desk_unread = 1
{thread_unit}
{thread_page}

-- name: thread_desk_list_of :many
-- Of one business; its change notices and renewals lead to the same.
{thread_columns}
       , t.desk_unread AS unread
  FROM application mine
  JOIN message_thread t ON t.application = COALESCE(mine.parent, mine.id)
{thread_names}
 WHERE mine.id = :application AND t.role = :my_role
   AND t.ministry = :my_ministry
   AND (:unread = 0 OR t.desk_unread = 1)
{thread_unit}
{thread_page}

-- name: thread_desk_load :one
{thread_columns}
       , t.desk_unread AS unread
  FROM message_thread t
{thread_names}
 WHERE t.public_id = :id AND t.role = :my_role AND t.ministry = :my_ministry
{thread_unit};

-- name: thread_desk_unread :one
-- As far as it matters.
SELECT COUNT(*) AS n
  FROM (SELECT 1
          FROM message_thread t
         WHERE t.role = :my_role AND t.ministry = :my_ministry
           AND t.desk_unread = 1
{thread_unit}
         LIMIT 1001) x;

-- name: thread_own_touch :exec
-- One more message of the business.
UPDATE message_thread t
   SET t.state = 'open', t.last_at = :now, t.desk_unread = 1
 WHERE t.id = :thread AND t.organisation = :my_org;

-- name: thread_desk_touch :exec
UPDATE message_thread t
   SET t.state = 'open', t.last_at = :now, t.business_unread = 1
 WHERE t.id = :thread AND t.role = :my_role AND t.ministry = :my_ministry;

-- name: thread_own_seen :exec
UPDATE message_thread t
   SET t.business_unread = EXISTS (SELECT 1
                                     FROM message g
                                    WHERE g.thread = t.id AND g.side = 'desk'
                                      AND g.read_at IS NULL)
 WHERE t.id = :thread AND t.organisation = :my_org;

-- name: thread_desk_seen :exec
UPDATE message_thread t
   SET t.desk_unread = EXISTS (SELECT 1
                                 FROM message g
                                WHERE g.thread = t.id AND g.side = 'business'
                                  AND g.read_at IS NULL)
 WHERE t.id = :thread AND t.role = :my_role AND t.ministry = :my_ministry;

-- name: thread_desk_close :exec
UPDATE message_thread t
   SET t.state = 'closed'
 WHERE t.id = :thread AND t.role = :my_role AND t.ministry = :my_ministry
   AND t.state = 'open';
