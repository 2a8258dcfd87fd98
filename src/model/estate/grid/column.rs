//! The columns of the grid: sorts of system that one trade looks after and that a trustee asks about together.

use crate::choice::choice;
use crate::system::SystemType;

choice! {
    /// A column of the grid.
    Column {
        /// Geysers of every sort.
        WaterHeating = "water_heating",
        /// Distribution board, earth leakage, wiring, meter.
        Electrical = "electrical",
        /// Solar, inverter, battery, generator.
        BackupPower = "backup_power",
        /// The gas installation.
        Gas = "gas",
        /// Roof, gutters, waterproofing, ceilings.
        Roof = "roof",
        /// Paint, windows, doors and timber.
        Outside = "outside",
        /// Water and drains.
        Plumbing = "plumbing",
        /// Gates, garage doors, intercom and lifts.
        Access = "access",
        /// Electric fence, alarm and cameras.
        Security = "security",
        /// Detectors, extinguishers and fireplaces.
        Fire = "fire",
        /// Pool and garden.
        Pool = "pool",
        /// Appliances and all else.
        Other = "other",
    }
}

impl Column {
    /// How many there are.
    pub const COUNT: usize = Self::ALL.len();

    /// The column that a sort of system stands in.
    pub fn of(sort: SystemType) -> Self {
        use SystemType as T;
        match sort {
            T::Geyser | T::SolarGeyser | T::HeatPump | T::GasGeyser => Self::WaterHeating,
            T::DistributionBoard | T::EarthLeakage | T::SurgeProtection | T::Wiring | T::ElectricityMeter => {
                Self::Electrical
            }
            T::SolarPanels | T::Inverter | T::Battery | T::Generator => Self::BackupPower,
            T::GasInstallation => Self::Gas,
            T::Roof | T::Gutters | T::Waterproofing | T::Ceiling => Self::Roof,
            T::ExteriorPaint | T::WindowsDoors | T::ExteriorTimber => Self::Outside,
            T::Plumbing
            | T::PressureValve
            | T::WaterMeter
            | T::WaterTank
            | T::WaterPump
            | T::Borehole
            | T::Drainage
            | T::SepticTank => Self::Plumbing,
            T::GateMotor | T::GarageMotor | T::Intercom | T::Lift => Self::Access,
            T::ElectricFence | T::Alarm | T::Cameras => Self::Security,
            T::Fireplace | T::FireExtinguisher | T::SmokeDetector => Self::Fire,
            T::Pool | T::PoolPump | T::PoolFilter | T::Irrigation => Self::Pool,
            T::AirConditioner
            | T::Oven
            | T::Refrigerator
            | T::Dishwasher
            | T::WashingMachine
            | T::Appliance
            | T::Network
            | T::Other => Self::Other,
        }
    }
}
