package io.daybook.platform.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class LogChainKeeperTest {

    @TempDir private Path data;

    @Test
    void saysWhyTheChainIsNotExtendedUntilItIsAgain() {
        try (TestLog log = new TestLog(data)) {
            LogChainKeeper keeper = new LogChainKeeper(log.chain);
            log.write(2);
            log.jdbc.execute("alter table log_frontier rename to elsewhere");
            keeper.catchUp();
            assertThat(keeper.trouble())
                    .hasValueSatisfying(why -> assertThat(why).contains("log_frontier"));

            log.jdbc.execute("alter table elsewhere rename to log_frontier");
            keeper.catchUp();
            assertThat(keeper.trouble()).isEmpty();
        }
    }
}
