package dev.flashorm.runtime.mongodb;

import com.mongodb.client.MongoCursor;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Documents that are read when they are asked for. At the end, at a failure or when it is closed it gives back its cursor. */
final class DocumentStream<R> implements Iterator<R> {
    private final MongoCursor<R> cursor;
    private final MongodbSession session;
    private boolean isClosed;

    private DocumentStream(MongoCursor<R> cursor, MongodbSession session) {
        this.cursor = cursor;
        this.session = session;
    }

    static <R> Stream<R> of(MongoCursor<R> cursor, MongodbSession session) {
        DocumentStream<R> documents = new DocumentStream<>(cursor, session);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(documents, Spliterator.ORDERED), false)
                .onClose(documents::close);
    }

    @Override
    public boolean hasNext() {
        if (isClosed) {
            return false;
        }
        boolean isThere = false;
        try {
            isThere = session.translated(cursor::hasNext);
        } finally {
            if (!isThere) {
                close();
            }
        }
        return isThere;
    }

    @Override
    public R next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return session.translated(cursor::next);
    }

    private void close() {
        isClosed = true;
        cursor.close();
    }
}
