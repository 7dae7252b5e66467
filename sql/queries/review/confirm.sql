-- 確認: what a desk thinks of its part, and about which version.

-- name: confirm_put :exec
UPDATE review_unit
   SET opinion = :opinion, reason = :reason, confirmed_by = :my_account,
       confirmed_at = :now, confirmed_version = :version
 WHERE id = :unit AND role = :my_role AND ministry = :my_ministry;

-- name: confirm_clear :exec
UPDATE review_unit
   SET opinion = '', reason = '', confirmed_by = NULL, confirmed_at = NULL,
       confirmed_version = NULL
 WHERE id = :unit AND role = :my_role AND ministry = :my_ministry;
