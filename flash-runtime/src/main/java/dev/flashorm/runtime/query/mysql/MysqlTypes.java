package dev.flashorm.runtime.query.mysql;

import dev.flashorm.runtime.query.Json;
import dev.flashorm.runtime.query.type.BooleanType;
import dev.flashorm.runtime.query.type.BytesType;
import dev.flashorm.runtime.query.type.DecimalType;
import dev.flashorm.runtime.query.type.DoubleType;
import dev.flashorm.runtime.query.type.EnumCodec;
import dev.flashorm.runtime.query.type.EnumTextType;
import dev.flashorm.runtime.query.type.IntType;
import dev.flashorm.runtime.query.type.JsonType;
import dev.flashorm.runtime.query.type.LongType;
import dev.flashorm.runtime.query.type.SqlType;
import dev.flashorm.runtime.query.type.StringType;
import dev.flashorm.runtime.query.type.TimeType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.function.Function;

/** The column types of MySQL and MariaDB. */
public final class MysqlTypes {
    public static final SqlType<Integer> INT = new IntType();
    public static final SqlType<Long> BIG_INT = new LongType();
    public static final SqlType<Double> FLOAT = new DoubleType();
    public static final SqlType<BigDecimal> DECIMAL = new DecimalType();
    public static final SqlType<Boolean> BOOLEAN = new BooleanType();
    public static final SqlType<String> TEXT = new StringType();
    public static final SqlType<byte[]> BYTES = new BytesType();
    /** {@code DATETIME} and {@code TIMESTAMP}: the session's zone is UTC. */
    public static final SqlType<Instant> DATE_TIME = new MysqlDateTimeType();

    public static final SqlType<LocalDate> DATE = new MysqlDateType();
    public static final SqlType<LocalTime> TIME = new TimeType();
    public static final SqlType<Json> JSON = new JsonType();

    private MysqlTypes() {}

    public static <E extends Enum<E>> SqlType<E> enumOf(E[] values, Function<E, String> databaseValue) {
        return new EnumTextType<>(new EnumCodec<>(values, databaseValue));
    }
}
