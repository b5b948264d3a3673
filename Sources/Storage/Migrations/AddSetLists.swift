extension Migration {
    /// Which pattern sets made a run, told once for all the runs of one tagging.
    static let setLists = Migration(
        name: "set-lists",
        sql: [
            """
            CREATE TABLE set_lists (
              -- Pattern sets that tag together, in their order; the runs that they made name the list.
              id INTEGER NOT NULL,             -- of the list
              position INTEGER NOT NULL,       -- from 0
              pattern_set_id INTEGER NOT NULL REFERENCES pattern_sets(id),
              PRIMARY KEY (id, position)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX set_lists_by_set ON set_lists(pattern_set_id);

            ALTER TABLE tag_runs ADD COLUMN set_list INTEGER CHECK (set_list > 0); -- id in set_lists; NULL: no set was there

            WITH lists AS (
              SELECT run_id, group_concat(pattern_set_id) AS sets FROM (SELECT run_id, pattern_set_id FROM tag_run_sets ORDER BY run_id, position) GROUP BY run_id
            ), firsts AS (
              SELECT sets, min(run_id) AS first FROM lists GROUP BY sets
            )
            UPDATE tag_runs SET set_list = firsts.first FROM lists JOIN firsts USING (sets) WHERE lists.run_id = tag_runs.id;
            INSERT INTO set_lists (id, position, pattern_set_id)
              SELECT run_id, position, pattern_set_id FROM tag_run_sets WHERE run_id IN (SELECT set_list FROM tag_runs);

            DROP TABLE tag_run_sets;
            CREATE VIEW tag_run_sets AS
              -- The pattern sets of each run.
              SELECT tag_runs.id AS run_id, position, pattern_set_id FROM tag_runs JOIN set_lists ON set_lists.id = tag_runs.set_list;
            """
        ])
}
