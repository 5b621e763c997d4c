package dev.flashorm.runtime.query.postgresql;

import dev.flashorm.runtime.query.Json;
import dev.flashorm.runtime.query.type.BooleanType;
import dev.flashorm.runtime.query.type.BytesType;
import dev.flashorm.runtime.query.type.DateType;
import dev.flashorm.runtime.query.type.DecimalType;
import dev.flashorm.runtime.query.type.DoubleType;
import dev.flashorm.runtime.query.type.EnumCodec;
import dev.flashorm.runtime.query.type.IntType;
import dev.flashorm.runtime.query.type.LongType;
import dev.flashorm.runtime.query.type.SqlType;
import dev.flashorm.runtime.query.type.StringType;
import dev.flashorm.runtime.query.type.TimeType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** The column types of PostgreSQL. */
public final class PostgresqlTypes {
    public static final SqlType<Integer> INT = new PostgresqlType<>(new IntType(), String::valueOf, Integer::valueOf);
    public static final SqlType<Long> BIG_INT = new PostgresqlType<>(new LongType(), String::valueOf, Long::valueOf);
    public static final SqlType<Double> FLOAT =
            new PostgresqlType<>(new DoubleType(), String::valueOf, Double::valueOf);
    public static final SqlType<BigDecimal> DECIMAL =
            new PostgresqlType<>(new DecimalType(), BigDecimal::toPlainString, BigDecimal::new);
    /** {@code money}: as text, because the driver would make a {@code double} of it. */
    public static final SqlType<BigDecimal> MONEY = untyped(BigDecimal::toPlainString, MoneyText::parse);

    public static final SqlType<Boolean> BOOLEAN = new PostgresqlType<>(
            new BooleanType(), value -> value ? "t" : "f", text -> text.startsWith("t") || text.equals("1"));
    public static final SqlType<String> TEXT =
            new PostgresqlType<>(new StringType(), Function.identity(), Function.identity());
    /** Text of a type that is not {@code text} or {@code varchar}: {@code citext}, {@code inet}, {@code xml}, … */
    public static final SqlType<String> UNTYPED_TEXT = untyped(Function.identity(), Function.identity());

    public static final SqlType<byte[]> BYTES = new PostgresqlType<>(
            new BytesType(),
            value -> "\\x" + HexFormat.of().formatHex(value),
            text -> HexFormat.of().parseHex(text.substring(2)));
    public static final SqlType<UUID> UUID =
            new PostgresqlType<>(new UuidType(), java.util.UUID::toString, java.util.UUID::fromString);
    public static final SqlType<Json> JSON = untyped(Json::text, Json::ofText);
    /** {@code timestamp}: by agreement UTC. */
    public static final SqlType<Instant> TIMESTAMP =
            new PostgresqlType<>(new TimestampType(), TimeText::timestamp, TimeText::parseTimestamp);

    public static final SqlType<Instant> TIMESTAMPTZ =
            new PostgresqlType<>(new ZonedInstantType(), TimeText::timestamptz, TimeText::parseTimestamptz);
    public static final SqlType<LocalDate> DATE =
            new PostgresqlType<>(new DateType(), TimeText::date, TimeText::parseDate);
    public static final SqlType<LocalTime> TIME =
            new PostgresqlType<>(new TimeType(), LocalTime::toString, LocalTime::parse);
    /** {@code timetz}: kept and given as the time of day in UTC. */
    public static final SqlType<LocalTime> TIMETZ = untyped(value -> value + "+00", TimeText::parseTimetz);

    private PostgresqlTypes() {}

    public static <E extends Enum<E>> SqlType<E> enumOf(E[] values, Function<E, String> databaseValue) {
        EnumCodec<E> codec = new EnumCodec<>(values, databaseValue);
        return untyped(codec::format, codec::parse);
    }

    /** @param element one of the constants here, or from {@link #enumOf} */
    public static <E> SqlType<List<E>> arrayOf(SqlType<E> element) {
        return ((PostgresqlType<E>) element).array();
    }

    private static <T> SqlType<T> untyped(Function<T, String> format, Function<String, T> parse) {
        return new PostgresqlType<>(new UntypedType<>(format, parse), format, parse);
    }
}
