package io.pixsim.logging.collector.contract;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that is moved by hand, a day at a time. */
public final class DayClock extends Clock {

    private volatile Instant now;

    public DayClock(Instant now) {
        this.now = now;
    }

    public void nextDay() {
        now = now.plus(Duration.ofDays(1));
    }

    public void goOn(Duration time) {
        now = now.plus(time);
    }

    public void goBack(Duration time) {
        now = now.minus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
