package dev.flashorm.migrate.execute;

import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * How a run behaves.
 *
 * @param lockWait how long another run is waited for
 * @param tableLockWait how long in all a statement may be tried again that meets the application's locks; each try
 *     waits three seconds at most
 * @param acceptDataLoss whether a way down may take away the data that its description names
 * @param onFail what becomes of the steps done when one fails that no transaction takes back
 * @param stop asked between statements: true ends the run at a safe place
 * @param listener is told of each step
 * @param clock the times in the history
 * @param toolVersion recorded in the history
 */
public record ExecutorOptions(
        Duration lockWait,
        Duration tableLockWait,
        boolean acceptDataLoss,
        OnFail onFail,
        BooleanSupplier stop,
        ExecutionListener listener,
        Clock clock,
        String toolVersion) {
    /** What becomes of steps that are done and committed. */
    public enum OnFail {
        /** They stay, and the next run goes on behind them. */
        STAY,
        /** They are taken back, if each of them only added something. */
        COMPENSATE
    }

    public static ExecutorOptions defaults(String toolVersion) {
        return new ExecutorOptions(
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                false,
                OnFail.STAY,
                () -> false,
                ExecutionListener.SILENT,
                Clock.systemUTC(),
                toolVersion);
    }

    public ExecutorOptions withLockWait(Duration wait) {
        return new ExecutorOptions(wait, tableLockWait, acceptDataLoss, onFail, stop, listener, clock, toolVersion);
    }

    public ExecutorOptions withTableLockWait(Duration wait) {
        return new ExecutorOptions(lockWait, wait, acceptDataLoss, onFail, stop, listener, clock, toolVersion);
    }

    public ExecutorOptions withAcceptDataLoss(boolean accept) {
        return new ExecutorOptions(lockWait, tableLockWait, accept, onFail, stop, listener, clock, toolVersion);
    }

    public ExecutorOptions withOnFail(OnFail action) {
        return new ExecutorOptions(lockWait, tableLockWait, acceptDataLoss, action, stop, listener, clock, toolVersion);
    }

    public ExecutorOptions withStop(BooleanSupplier flag) {
        return new ExecutorOptions(lockWait, tableLockWait, acceptDataLoss, onFail, flag, listener, clock, toolVersion);
    }

    public ExecutorOptions withListener(ExecutionListener told) {
        return new ExecutorOptions(lockWait, tableLockWait, acceptDataLoss, onFail, stop, told, clock, toolVersion);
    }
}
