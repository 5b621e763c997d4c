package dev.flashorm.runtime.connection;

import java.util.Properties;

/** The properties that a driver is given: Flash's choice wherever the URL has none. */
public final class DriverSettings {
    private final UrlParameters url;
    private final Properties properties = new Properties();

    public DriverSettings(UrlParameters url) {
        this.url = url;
    }

    /** Flash's choice; the URL's comes first. */
    public DriverSettings otherwise(String name, String value) {
        if (!url.has(name) && !properties.containsKey(name)) {
            properties.setProperty(name, value);
        }
        return this;
    }

    /** A parameter of the URL that the driver calls by another name. */
    public DriverSettings renamed(String inUrl, String name) {
        String value = url.take(inUrl);
        if (value != null) {
            otherwise(name, value);
        }
        return this;
    }

    /** Hands the URL's own parameters on, for a driver that does not see that URL. */
    public DriverSettings passOn() {
        for (String name : url.names()) {
            String value = url.get(name);
            if (value != null) {
                properties.setProperty(name, value);
            }
        }
        return this;
    }

    public Properties properties() {
        return properties;
    }
}
