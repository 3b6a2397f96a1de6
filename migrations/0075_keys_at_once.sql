-- Each story is looked up by its keys right after they are written. What waits to be sorted into such an index is searched
-- from one end to the other: with a thousand stories waiting that took twenty times as long as sorting them in.
alter index fingerprints_by_key set (fastupdate = off);
select gin_clean_pending_list('fingerprints_by_key');
