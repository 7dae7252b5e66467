-- The work list of a desk (作業一覧). One statement for each index that can
-- serve it, in both directions; lib/review/worklist.c chooses. A page begins
-- behind a place, the value it is ordered by and the number of a unit, and has
-- one row more than is shown: there is a next page.

-- part: worklist_columns
-- Names of prefectures and of colleagues are not looked up here: whoever asks
-- has them all. at, unit: where a page begins or ends.
SELECT STRAIGHT_JOIN u.application_id AS id, u.receipt, u.name, u.pref,
       u.offices, u.persons, u.state, DATE(u.since + INTERVAL 9 HOUR) AS since,
       u.due_on AS due,
       IF(u.due_on < DATE(:now + INTERVAL 9 HOUR) AND u.state = 'inquiry',
          1, 0) AS overdue,
       u.assignee, IF(u.assignee = :my_account, 1, 0) AS mine, u.since AS at,
       u.id AS unit, u.kind

-- part: worklist_rest
-- Conditions that an index of another one leaves over.
   AND (:pref = '' OR u.pref = :pref)
   AND (:founder = '' OR u.founder = :founder)
   AND (:size = 0 OR u.size = :size)
   AND (:whose = '' OR (:whose = 'mine' AND u.assignee = :my_account) OR
        (:whose = 'nobody' AND u.assignee IS NULL))
   AND (:type = '' OR :type = (SELECT x.type FROM unit_type x
                                WHERE x.unit = u.id AND x.type = :type))
   AND u.since <= :now - INTERVAL :days DAY
   AND (:overdue = 0 OR u.due_on < DATE(:now + INTERVAL 9 HOUR))

-- part: worklist_states
SELECT state, units FROM unit_count
 WHERE role = :my_role AND ministry = :my_ministry
   AND state NOT IN ('waiting', 'dropped')
UNION ALL
SELECT 'overdue', CAST(SUM(units) AS SIGNED) FROM unit_due
 WHERE role = :my_role AND ministry = :my_ministry
   AND due_on < DATE(:now + INTERVAL 9 HOUR)

-- part: worklist_hits
{worklist_states}
UNION ALL
SELECT 'hits', COUNT(*)

-- name: worklist_counts :many
-- Nothing is asked but a state: its count stands among the others.
{worklist_states}

-- part: worklist_since_after
   AND u.since >= :at AND (u.since > :at OR u.id > :at_id)
 ORDER BY u.since, u.id
 LIMIT :limit

-- part: worklist_since_before
   AND u.since <= :at AND (u.since < :at OR u.id < :at_id)
 ORDER BY u.since DESC, u.id DESC
 LIMIT :limit

-- part: worklist_all_rows
-- All of a state, the oldest in it first: what is asked for most.
  FROM review_unit u FORCE INDEX (review_unit_since)
 WHERE u.role = :my_role AND u.ministry = :my_ministry AND u.state = :state

-- part: worklist_all_counts
-- The counts come along, so that a page asks once: rows without an id, state
-- and how many in the place of persons.
UNION ALL
SELECT NULL, NULL, NULL, NULL, 0, c.units, c.state, NULL, NULL, 0, NULL, 0,
       NULL, 0, NULL
  FROM unit_count c
 WHERE c.role = :my_role AND c.ministry = :my_ministry
   AND c.state NOT IN ('waiting', 'dropped')
UNION ALL
SELECT NULL, NULL, NULL, NULL, 0, CAST(SUM(d.units) AS SIGNED), 'overdue', NULL,
       NULL, 0, NULL, 0, NULL, 0, NULL
  FROM unit_due d
 WHERE d.role = :my_role AND d.ministry = :my_ministry
   AND d.due_on < DATE(:now + INTERVAL 9 HOUR);

-- name: worklist_all_after :many
(
{worklist_columns}
{worklist_all_rows}
{worklist_since_after}
)
{worklist_all_counts}

-- name: worklist_all_before :many
(
{worklist_columns}
{worklist_all_rows}
{worklist_since_before}
)
{worklist_all_counts}

-- part: worklist_since_rows
-- The oldest in its state first.
  FROM review_unit u FORCE INDEX (review_unit_since)
 WHERE u.role = :my_role AND u.ministry = :my_ministry AND u.state = :state
{worklist_rest}

-- name: worklist_since_after :many
{worklist_columns}
{worklist_since_rows}
{worklist_since_after}
;

-- name: worklist_since_before :many
{worklist_columns}
{worklist_since_rows}
{worklist_since_before}
;

-- name: worklist_since_count :many
{worklist_hits}
  FROM (SELECT 1
{worklist_since_rows}
         LIMIT 1001) found;

-- part: worklist_pref_rows
  FROM review_unit u FORCE INDEX (review_unit_pref)
 WHERE u.role = :my_role AND u.ministry = :my_ministry AND u.state = :state
   AND u.pref = :pref
{worklist_rest}

-- name: worklist_pref_after :many
{worklist_columns}
{worklist_pref_rows}
{worklist_since_after}
;

-- name: worklist_pref_before :many
{worklist_columns}
{worklist_pref_rows}
{worklist_since_before}
;

-- name: worklist_pref_count :many
{worklist_hits}
  FROM (SELECT 1
{worklist_pref_rows}
         LIMIT 1001) found;

-- part: worklist_founder_rows
  FROM review_unit u FORCE INDEX (review_unit_founder)
 WHERE u.role = :my_role AND u.ministry = :my_ministry AND u.state = :state
   AND u.founder = :founder
{worklist_rest}

-- name: worklist_founder_after :many
{worklist_columns}
{worklist_founder_rows}
{worklist_since_after}
;

-- name: worklist_founder_before :many
{worklist_columns}
{worklist_founder_rows}
{worklist_since_before}
;

-- name: worklist_founder_count :many
{worklist_hits}
  FROM (SELECT 1
{worklist_founder_rows}
         LIMIT 1001) found;

-- part: worklist_size_rows
  FROM review_unit u FORCE INDEX (review_unit_size)
 WHERE u.role = :my_role AND u.ministry = :my_ministry AND u.state = :state
   AND u.size = :size
{worklist_rest}

-- name: worklist_size_after :many
{worklist_columns}
{worklist_size_rows}
{worklist_since_after}
;

-- name: worklist_size_before :many
{worklist_columns}
{worklist_size_rows}
{worklist_since_before}
;

-- name: worklist_size_count :many
{worklist_hits}
  FROM (SELECT 1
{worklist_size_rows}
         LIMIT 1001) found;

-- part: worklist_mine_rows
  FROM review_unit u FORCE INDEX (review_unit_whose)
 WHERE u.role = :my_role AND u.ministry = :my_ministry AND u.state = :state
   AND u.assignee = :my_account
{worklist_rest}

-- name: worklist_mine_after :many
{worklist_columns}
{worklist_mine_rows}
{worklist_since_after}
;

-- name: worklist_mine_before :many
{worklist_columns}
{worklist_mine_rows}
{worklist_since_before}
;

-- name: worklist_mine_count :many
{worklist_hits}
  FROM (SELECT 1
{worklist_mine_rows}
         LIMIT 1001) found;

-- part: worklist_nobody_rows
  FROM review_unit u FORCE INDEX (review_unit_whose)
 WHERE u.role = :my_role AND u.ministry = :my_ministry AND u.state = :state
   AND u.assignee IS NULL
{worklist_rest}

-- name: worklist_nobody_after :many
{worklist_columns}
{worklist_nobody_rows}
{worklist_since_after}
;

-- name: worklist_nobody_before :many
{worklist_columns}
{worklist_nobody_rows}
{worklist_since_before}
;

-- name: worklist_nobody_count :many
{worklist_hits}
  FROM (SELECT 1
{worklist_nobody_rows}
         LIMIT 1001) found;

-- part: worklist_type_rows
-- unit_type follows the unit by triggers.
  FROM unit_type t FORCE INDEX (unit_type_since)
  JOIN review_unit u ON u.id = t.unit
 WHERE t.role = :my_role AND t.ministry = :my_ministry AND t.type = :type
   AND t.state = :state AND u.role = :my_role AND u.ministry = :my_ministry
{worklist_rest}

-- name: worklist_type_after :many
{worklist_columns}
{worklist_type_rows}
   AND t.since >= :at AND (t.since > :at OR t.unit > :at_id)
 ORDER BY t.since, t.unit
 LIMIT :limit;

-- name: worklist_type_before :many
{worklist_columns}
{worklist_type_rows}
   AND t.since <= :at AND (t.since < :at OR t.unit < :at_id)
 ORDER BY t.since DESC, t.unit DESC
 LIMIT :limit;

-- name: worklist_type_count :many
{worklist_hits}
  FROM (SELECT 1
{worklist_type_rows}
         LIMIT 1001) found;

-- part: worklist_due_rows
-- The first day to be answered by first; what waits for no answer has none.
  FROM review_unit u FORCE INDEX (review_unit_due)
 WHERE u.role = :my_role AND u.ministry = :my_ministry AND u.state = :state
   AND u.due_on < IF(:overdue = 1, DATE(:now + INTERVAL 9 HOUR),
                     DATE('9999-12-31'))
{worklist_rest}

-- name: worklist_due_after :many
{worklist_columns}
{worklist_due_rows}
   AND u.due_on >= :at AND (u.due_on > :at OR u.id > :at_id)
 ORDER BY u.due_on, u.id
 LIMIT :limit;

-- name: worklist_due_before :many
{worklist_columns}
{worklist_due_rows}
   AND u.due_on <= :at AND (u.due_on < :at OR u.id < :at_id)
 ORDER BY u.due_on DESC, u.id DESC
 LIMIT :limit;

-- name: worklist_due_count :many
{worklist_hits}
  FROM (SELECT 1
{worklist_due_rows}
         LIMIT 1001) found;

-- part: worklist_persons_found
-- The most people first: found in the index alone, then read.
  FROM (SELECT u.id
          FROM review_unit u FORCE INDEX (review_unit_persons)
         WHERE u.role = :my_role AND u.ministry = :my_ministry
           AND u.state = :state AND u.persons BETWEEN :least AND :most
{worklist_rest}

-- part: worklist_persons_read
         LIMIT :limit) n
  JOIN review_unit u ON u.id = n.id AND u.role = :my_role
                    AND u.ministry = :my_ministry

-- name: worklist_persons_after :many
{worklist_columns}
{worklist_persons_found}
   AND u.persons <= :at AND (u.persons < :at OR u.id < :at_id)
         ORDER BY u.persons DESC, u.id DESC
{worklist_persons_read}
 ORDER BY u.persons DESC, u.id DESC;

-- name: worklist_persons_before :many
{worklist_columns}
{worklist_persons_found}
   AND u.persons >= :at AND (u.persons > :at OR u.id > :at_id)
         ORDER BY u.persons, u.id
{worklist_persons_read}
 ORDER BY u.persons, u.id;

-- part: worklist_name_rows
-- In any state; :name ends with a sign that stands for anything. The name of
-- a place is looked up: it may be long.
  FROM review_unit u FORCE INDEX (review_unit_name)
 WHERE u.role = :my_role AND u.ministry = :my_ministry
   AND u.search_key LIKE :name AND u.state NOT IN ('waiting', 'dropped')
{worklist_rest}

-- name: worklist_name_after :many
{worklist_columns}
{worklist_name_rows}
   AND (:at_id = 0 OR u.search_key >= (SELECT l.search_key FROM review_unit l
                                        WHERE l.id = :at_id))
   AND (:at_id = 0 OR u.id > :at_id OR
        u.search_key > (SELECT l.search_key FROM review_unit l
                         WHERE l.id = :at_id))
 ORDER BY u.search_key, u.id
 LIMIT :limit;

-- name: worklist_name_before :many
{worklist_columns}
{worklist_name_rows}
   AND u.search_key <= (SELECT l.search_key FROM review_unit l
                         WHERE l.id = :at_id)
   AND (u.id < :at_id OR
        u.search_key < (SELECT l.search_key FROM review_unit l
                         WHERE l.id = :at_id))
 ORDER BY u.search_key DESC, u.id DESC
 LIMIT :limit;

-- name: worklist_name_count :many
{worklist_hits}
  FROM (SELECT 1
{worklist_name_rows}
         LIMIT 1001) found;

-- part: worklist_receipt_rows
-- A receipt number, or how it begins.
  FROM review_unit u FORCE INDEX (review_unit_receipt)
 WHERE u.receipt LIKE :receipt AND u.role = :my_role
   AND u.ministry = :my_ministry AND u.state NOT IN ('waiting', 'dropped')
{worklist_rest}

-- name: worklist_receipt_after :many
{worklist_columns}
{worklist_receipt_rows}
   AND u.receipt > :at
 ORDER BY u.receipt, u.id
 LIMIT :limit;

-- name: worklist_receipt_before :many
{worklist_columns}
{worklist_receipt_rows}
   AND u.receipt < :at
 ORDER BY u.receipt DESC, u.id DESC
 LIMIT :limit;

-- name: worklist_receipt_count :many
{worklist_hits}
  FROM (SELECT 1
{worklist_receipt_rows}
         LIMIT 1001) found;

-- name: worklist_home :many
-- For the first page: the counts, and how many one has to go on with oneself.
{worklist_states}
UNION ALL
SELECT 'mine', COUNT(*)
  FROM (SELECT 1 FROM review_unit u FORCE INDEX (review_unit_whose)
         WHERE u.role = :my_role AND u.ministry = :my_ministry
           AND u.state IN ('answered', 'open') AND u.assignee = :my_account
         LIMIT 1001) own;

-- name: worklist_own :many
-- What has been answered first, then the oldest.
{worklist_columns}
  FROM review_unit u FORCE INDEX (review_unit_whose)
 WHERE u.role = :my_role AND u.ministry = :my_ministry
   AND u.state IN ('answered', 'open') AND u.assignee = :my_account
 ORDER BY u.state, u.since, u.id
 LIMIT 10;

-- name: worklist_colleagues :many
-- anyone: names of staff, for staff; the grants keep others out
SELECT DISTINCT CAST(a.id AS CHAR) AS value, a.name AS label
  FROM membership m
  JOIN account a ON a.id = m.account
 WHERE m.role IN ('reviewer', 'registrar');

-- name: worklist_colleague :one
-- anyone: the same of one who has come since they were read
SELECT name FROM account WHERE id = :account;
