//! Numbers as figure files may state them: finite, and small enough that the geometry stays exact.

use serde::{Deserialize, Deserializer, de::Error};

/// A finite number between -1000 and 1000; the field it stands in says whether it means degrees, body heights or
/// seconds.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Number(f32);

impl Number {
    /// For defaults only; every number that is read goes through `deserialize`.
    pub(crate) const fn constant(value: f32) -> Self {
        Self(value)
    }

    pub(crate) const fn get(self) -> f32 {
        self.0
    }

    pub(crate) fn towards(self, other: Self, share: f32) -> Self {
        Self(self.0 + (other.0 - self.0) * share)
    }

    pub(crate) fn negated(self) -> Self {
        Self(-self.0)
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = f32::deserialize(deserializer)?;
        if value.is_finite() && value.abs() <= 1000.0 {
            Ok(Self(value))
        } else {
            Err(D::Error::custom(format_args!(
                "{value} is not a number between -1000 and 1000"
            )))
        }
    }
}

/// A time in seconds, from 0 to 600.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Seconds(f32);

impl Seconds {
    pub(crate) const fn constant(value: f32) -> Self {
        Self(value)
    }

    pub(crate) const fn get(self) -> f32 {
        self.0
    }
}

impl<'de> Deserialize<'de> for Seconds {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = f32::deserialize(deserializer)?;
        if (0.0..=600.0).contains(&value) {
            Ok(Self(value))
        } else {
            Err(D::Error::custom(format_args!(
                "{value} is not a time from 0 to 600 seconds"
            )))
        }
    }
}

/// Reads a field that may be left out, without asking the author to write `Some(...)`.
pub(crate) fn given<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    T::deserialize(deserializer).map(Some)
}
