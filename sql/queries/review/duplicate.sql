-- Applications that look like one on my desk (重複). Of the others a desk sees
-- who applied, where, how far it is, and nothing else.

-- name: duplicate_list :many
-- A few of each likeness, found by an index each; only what was sent last
-- counts. What belongs to the same registration is no other application.
SELECT p.public_id AS id, COALESCE(p.receipt, '') AS receipt, p.state,
       p.sent_at, a.name, a.kana, a.chief, a.tel, a.at_zip,
       COALESCE((SELECT CONCAT(x.name, y.name, me.at_town)
                   FROM prefecture x
                   JOIN city y ON y.code = me.at_city
                  WHERE x.code = me.at_pref), '') AS my_place,
       CONCAT(pr.name, ci.name, a.at_town) AS place,
       a.search_key = me.search_key AS same_name,
       a.at_zip = me.at_zip AND a.at_city = me.at_city
         AND a.at_town = me.at_town AS same_place,
       a.tel = me.tel AS same_tel,
       a.note1 <> '' AND a.note1 = me.note1 AS same_note,
       COALESCE(d.verdict, '') AS verdict, COALESCE(d.note, '') AS note,
       COALESCE(c.name, '') AS by_name, d.at AS verdict_at
  FROM review_unit u
  STRAIGHT_JOIN applicant me ON me.version = :version
  STRAIGHT_JOIN (
        (SELECT b.version
           FROM applicant m
           STRAIGHT_JOIN applicant b ON b.search_key = m.search_key
           JOIN version v ON v.id = b.version AND v.application <> :application
           JOIN application q ON q.id = v.application AND q.sent = v.id
           JOIN application r ON r.id = :application
                             AND COALESCE(r.parent, r.id)
                                 <> COALESCE(q.parent, q.id)
          WHERE m.version = :version AND m.search_key <> ''
          LIMIT 20)
        UNION
        (SELECT b.version
           FROM applicant m
           STRAIGHT_JOIN applicant b ON b.tel = m.tel
           JOIN version v ON v.id = b.version AND v.application <> :application
           JOIN application q ON q.id = v.application AND q.sent = v.id
           JOIN application r ON r.id = :application
                             AND COALESCE(r.parent, r.id)
                                 <> COALESCE(q.parent, q.id)
          WHERE m.version = :version AND m.tel <> ''
          LIMIT 20)
        UNION
        (SELECT b.version
           FROM applicant m
           STRAIGHT_JOIN applicant b ON b.note1 = m.note1
           JOIN version v ON v.id = b.version AND v.application <> :application
           JOIN application q ON q.id = v.application AND q.sent = v.id
           JOIN application r ON r.id = :application
                             AND COALESCE(r.parent, r.id)
                                 <> COALESCE(q.parent, q.id)
          WHERE m.version = :version AND m.note1 <> ''
          LIMIT 20)
        UNION
        (SELECT b.version
           FROM applicant m
           STRAIGHT_JOIN applicant b ON b.at_zip = m.at_zip
                                    AND b.at_city = m.at_city
                                    AND b.at_town = m.at_town
           JOIN version v ON v.id = b.version AND v.application <> :application
           JOIN application q ON q.id = v.application AND q.sent = v.id
           JOIN application r ON r.id = :application
                             AND COALESCE(r.parent, r.id)
                                 <> COALESCE(q.parent, q.id)
          WHERE m.version = :version
          LIMIT 20)) x
  STRAIGHT_JOIN applicant a ON a.version = x.version
  STRAIGHT_JOIN version w ON w.id = a.version
  STRAIGHT_JOIN application p ON p.id = w.application
  LEFT JOIN prefecture pr ON pr.code = a.at_pref
  LEFT JOIN city ci ON ci.code = a.at_city
  LEFT JOIN duplicate_verdict d ON d.application = u.application
                               AND d.other = p.id
  LEFT JOIN account c ON c.id = d.account
 WHERE u.application = :application AND u.role = :my_role
   AND u.ministry = :my_ministry AND u.state <> 'dropped'
 ORDER BY same_name + same_place + same_tel + same_note DESC, p.sent_at DESC,
          p.id DESC
 LIMIT 20;

-- name: duplicate_find :one
-- Only what the list above may name can be judged.
SELECT p.id AS other
  FROM review_unit u
  JOIN application q ON q.id = u.application
  JOIN applicant me ON me.version = q.sent
  JOIN application p ON p.public_id = :other AND p.id <> q.id
                    AND COALESCE(p.parent, p.id) <> COALESCE(q.parent, q.id)
  JOIN applicant a ON a.version = p.sent
 WHERE u.application = :application AND u.role = :my_role
   AND u.ministry = :my_ministry AND u.state <> 'dropped'
   AND (a.search_key = me.search_key OR a.tel = me.tel
        OR (a.note1 <> '' AND a.note1 = me.note1)
        OR (a.at_zip = me.at_zip AND a.at_city = me.at_city
            AND a.at_town = me.at_town));

-- name: duplicate_put :exec
INSERT INTO duplicate_verdict (application, other, verdict, note, account, at)
SELECT u.application, :other, :verdict, :note, :my_account, :now
  FROM review_unit u
 WHERE u.application = :application AND u.role = :my_role
   AND u.ministry = :my_ministry AND u.state <> 'dropped'
ON DUPLICATE KEY UPDATE verdict = VALUES(verdict), note = VALUES(note),
       account = VALUES(account), at = VALUES(at);
