package dev.rollcall.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A line to a server on this machine that can be made as bad as lines are: slow, breaking, silent
/// or cut.
public final class TcpProxy implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TcpProxy.class);

    private final ServerSocket door;
    private final InetSocketAddress target;
    private final Random chance = new Random(42);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /// How many bytes the line holds that nobody has taken yet; 0: as many as the system likes.
    private volatile int room;

    private volatile Duration latency = Duration.ZERO;
    private volatile double resets;
    private volatile boolean cut;

    /// Down while the line is good; who has something to pass on waits for it.
    private volatile CountDownLatch silence = new CountDownLatch(0);

    public TcpProxy(int targetPort) {
        try {
            target = new InetSocketAddress(InetAddress.getLoopbackAddress(), targetPort);
            door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("proxy-door").start(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    /// From now on everything takes so much longer in each direction.
    public void delay(Duration each) {
        latency = each;
    }

    /// From now on a piece of traffic breaks its connection with this probability, before or after
    /// it was passed on.
    public void breakSome(double probability) {
        resets = probability;
    }

    /// Connections from now on hold little on their way: who sends more than is taken notices soon.
    public void narrow(int bytes) {
        room = bytes;
    }

    /// Nothing is passed on any more, and nobody is told: a blackhole.
    public synchronized void fallSilent() {
        if (silence.getCount() == 0) {
            silence = new CountDownLatch(1);
        }
    }

    /// Every connection is broken, and new ones are refused.
    public void cut() {
        cut = true;
        open.forEach(TcpProxy::reset);
    }

    /// The line is good again; what was held back is passed on.
    public synchronized void heal() {
        latency = Duration.ZERO;
        resets = 0;
        cut = false;
        silence.countDown();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                if (cut) {
                    reset(client);
                    continue;
                }
                var server = new Socket();
                if (room > 0) {
                    server.setReceiveBufferSize(room);
                }
                server.connect(target, 3_000);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                open.add(client);
                open.add(server);
                Thread.startVirtualThread(() -> pass(client, server));
                Thread.startVirtualThread(() -> pass(server, client));
            } catch (IOException e) {
                log.debug("A connection did not come about: {}", e.toString());
            }
        }
    }

    private void pass(Socket from, Socket to) {
        var buffer = new byte[16 * 1024];
        try (from;
                to) {
            var in = from.getInputStream();
            var out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                silence.await();
                if (!latency.isZero()) {
                    TimeUnit.NANOSECONDS.sleep(latency.toNanos());
                }
                boolean breaks = resets > 0 && chance.nextDouble() < resets;
                // Half of them after the piece is through: then a commit is done and nobody knows.
                if (!breaks || chance.nextBoolean()) {
                    out.write(buffer, 0, read);
                    out.flush();
                }
                if (breaks) {
                    reset(from);
                    reset(to);
                }
            }
        } catch (IOException e) {
            log.trace("A line ended: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    /// Ends a connection the hard way, with a reset.
    private static void reset(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (SocketException e) {
            log.trace("It was closed already", e);
        } catch (IOException e) {
            log.trace("It did not close", e);
        }
    }

    @Override
    public void close() {
        heal();
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.forEach(TcpProxy::reset);
    }
}
