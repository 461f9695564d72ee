package io.daybook.platform.offline;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** One command; its answer is the exit status of the process. */
interface OfflineCommand {

    /** How it is called and what it does; begins with its name. */
    String usage();

    int run(List<String> words, Terminal terminal)
            throws IOException, SQLException, InterruptedException;
}
