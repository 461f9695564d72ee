package io.daybook.platform.log;

import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the command on this thread has done at the database so far. As long as it has not touched
 * its transaction, its events are all there is to commit, and they may be committed together with
 * those of other commands.
 */
public final class RunningCommand {

    private static final ThreadLocal<@Nullable RunningCommand> CURRENT = new ThreadLocal<>();

    private boolean touched;
    private int nested;

    private RunningCommand(boolean touched) {
        this.touched = touched;
    }

    /** Handles a command on this thread, perhaps in the middle of another one. */
    public static void handle(Runnable handling) {
        RunningCommand outer = CURRENT.get();
        if (outer == null) {
            CURRENT.set(new RunningCommand(somethingIsUnderWay()));
            try {
                handling.run();
            } finally {
                CURRENT.remove();
            }
        } else {
            outer.nested++;
            try {
                handling.run();
            } finally {
                outer.nested--;
            }
        }
    }

    /** Something on this thread takes a connection into its transaction. */
    public static void touch() {
        RunningCommand command = CURRENT.get();
        if (command != null) {
            command.touched = true;
        }
    }

    /** Whether this thread handles a command that nothing else has to be committed with. */
    static boolean standsAlone() {
        RunningCommand command = CURRENT.get();
        return command != null && !command.touched && command.nested == 0;
    }

    // An event handler or a test that sends commands: they are part of its transaction.
    private static boolean somethingIsUnderWay() {
        return CurrentUnitOfWork.isStarted()
                || TransactionSynchronizationManager.isActualTransactionActive();
    }
}
