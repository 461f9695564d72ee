package io.daybook.api.mcp.postgres;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts what a database sends and hangs up when it is too much: the driver gathers a whole message
 * in memory, and one value can have a gigabyte.
 */
final class InboundBudget extends ChannelInboundHandlerAdapter {

    private final long bytes;
    private final AtomicLong left;

    InboundBudget(long bytes) {
        this.bytes = bytes;
        this.left = new AtomicLong(bytes);
    }

    /** Starts counting anew, for the next call. */
    void renew() {
        left.set(bytes);
    }

    /** Whether it hung up. */
    boolean spent() {
        return left.get() < 0;
    }

    @Override
    public boolean isSharable() {
        return true;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof ByteBuf buffer && left.addAndGet(-buffer.readableBytes()) < 0) {
            buffer.release();
            var unused = context.close();
            return;
        }
        super.channelRead(context, message);
    }
}
