package io.daybook.api.assistant.words;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What the usual abbreviations in names of tables and columns stand for. */
final class Abbreviations {

    /** Parts before a name that say only that it is a table. */
    static final Set<String> PREFIXES = Set.of("tbl", "t", "tab", "dim", "fact", "vw", "v", "stg");

    private static final Map<String, String> MEANINGS =
            meanings(
                    """
                    cust customer; cus customer; clnt client; prod product; prd product; ord order; qty quantity
                    qnty quantity; amt amount; prc price; dt date; dte date; nm name; nme name; descr description
                    desc description; no number; num number; nr number; nbr number; addr address; emp employee
                    empl employee; dept department; dep department; cat category; ctg category; inv invoice
                    hdr header; dtl detail; ln line; lin line; acct account; acc account; temp temperature
                    hum humidity; ts timestamp; tm time; msr measurement; meas measurement; val value; sts status
                    stat status; st status; ctry country; cntry country; cty city; pct percent; tot total
                    mgr manager; sal salary; loc location; sup supplier; supp supplier; vend vendor; whs warehouse
                    wh warehouse; trx transaction; txn transaction; trans transaction; pmt payment; pymt payment
                    shp ship; shpd shipped; crt created; upd updated; itm item; art article; grp group; typ type
                    fk fk; usr user; ph phone; tel phone; yr year; mth month; mon month; wk week; org organization
                    div division; pos position; hrs hours; avail available; bal balance; disc discount; ref reference
                    """);

    private Abbreviations() {}

    static String expand(String word) {
        return MEANINGS.getOrDefault(word, word);
    }

    private static Map<String, String> meanings(String table) {
        Map<String, String> meanings = new HashMap<>();
        for (String pair : table.strip().split("[;\n]\\s*", -1)) {
            String[] words = pair.strip().split(" ", -1);
            meanings.put(words[0], words[1]);
        }
        return meanings;
    }
}
