import type { FileAccess } from '../../../src/io/opendss';
import { memoryFiles } from '../../../src/io/opendss';

/** Small circuits that between them use every class and every way of writing. */
export const SAMPLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  radial: {
    'main.dss': `Clear
! a comment
New Circuit.Radial bus1=src basekv=12.47 pu=1.01 phases=3 MVAsc3=200 MVAsc1=210
/* a block
   that says nothing */
Set DefaultBaseFrequency=60
New LineCode.336 nphases=3 units=mi rmatrix=(0.4576 | 0.156 0.4666 | 0.1535 0.158 0.4615)
~ xmatrix=[1.078 | 0.5017 1.0482 | 0.3849 0.4236 1.0651] cmatrix="15.0 | -4.86 15.8 | -1.85 -3.09 14.3"
Redirect lines.dss
New Transformer.T1 phases=3 windings=2 buses=(b2 b3) conns='delta wye' kVs="12.47 0.48" kVAs=[500 500] %Rs=(0.55 0.55) xhl=2
New Load.L1 bus1=b3 phases=3 kv=0.48 kw=160 kvar=110 model=1
New Load.L2 bus1=b2.1.2 phases=1 conn=delta kv=12.47 kw=(100 2 /) pf=0.9 model=5 vminpu=0.8 vmaxpu=1.2
New Capacitor.C1 bus1=b2 phases=3 kvar=600 kv=12.47
Transformer.T1.Taps=[1.0 1.025]
New RegControl.R1 transformer=T1 winding=2 vreg=122 band=2 ptratio=2.3 ctprim=700 R=2.7 X=1.6
Set VoltageBases="12.47, 0.48"
CalcVoltageBases
BusCoords xy.csv
Solve
Show Voltages
`,
    'lines.dss': `New Line.A bus1=src bus2=b1 linecode=336 length=1.5 units=mi
New Line.B Phases=3 Bus1=b1.1.2.3 Bus2=b2.1.2.3 LineCode=336 Length=2000 units=ft
New Line.S bus1=b1 bus2=b9 switch=yes phases=3
New Line.C bus1=b1.2 bus2=b4.2 phases=1 r1=0.3 x1=0.4 c1=0 length=1
New Load.L3 bus1=b4.2 phases=1 kv=7.2 kw=20 pf=-0.95 model=2
`,
    'xy.csv': 'src,0,0\nb1,100,0\nb2,200,50\n',
  },
  wires: {
    'main.dss': `New Circuit.Wires basekv=4.16 bus1=s Isc3=10000 Isc1=9000 x1r1=3 x0r0=2
New WireData.W GMR=0.0255 GMRunits=ft radius=0.031 radunits=ft Rac=0.306 Runits=mi normamps=530
New CNData.CN k=13 DiaStrand=0.064 GmrStrand=0.00208 Rstrand=14.8722 EpsR=2.3 InsLayer=0.22 DiaIns=1.06 DiaCable=1.16
~ Rac=0.41 GMRac=0.2052 diam=0.573 Runits=mi Radunits=in GMRunits=in normamps=260
New LineSpacing.SP nconds=4 nphases=3 units=ft h=[28 28 28 24] x=[-4 -1.5 3 0]
New LineGeometry.G nconds=4 nphases=3 reduce=y
~ cond=1 wire=W x=-4 h=28 units=ft
~ cond=2 wire=W x=-1.5 h=28
~ cond=3 wire=W x=3 h=28
~ cond=4 wire=W x=0 h=24
New LineGeometry.CG nconds=3 nphases=3 units=ft
~ cond=1 cncable=CN x=-0.5 h=-4
~ cond=2 cncable=CN x=0 h=-4
~ cond=3 cncable=CN x=0.5 h=-4
New Line.One bus1=s bus2=b1 geometry=G length=1000 units=ft EarthModel=Carson
New Line.Two bus1=b1 bus2=b2 spacing=SP wires=[W W W W] length=0.5 units=km
New Line.Three bus1=b2 bus2=b3 geometry=CG length=100 units=m rho=50
New Reactor.N bus1=b3.4 bus2=b3.0 phases=1 R=5 X=0.01
New Reactor.D bus1=b3 phases=3 kv=4.16 kvar=50 conn=delta
New Capacitor.Ser bus1=b3 bus2=b4 phases=3 cuf=300
New Load.Z bus1=b4 phases=3 kv=4.16 kva=300 pf=0.9 model=8 ZIPV=(0.3 0.3 0.4 0.3 0.3 0.4 0.7)
Solve
`,
  },
  generation: {
    'main.dss': `var @kv=0.4
New Circuit.Gen basekv=@kv bus1=s puZ1=[0.001 0.01] baseMVA=1 puZ0=[0.001 0.01]
New LoadShape.Day npts=4 interval=6 mult=(0.2, 0.5, 1.0, 0.7) qmult=(0.1 0.2 0.3 0.2)
New LoadShape.Sun npts=24 minterval=60 mult=(file=sun.csv)
New XYcurve.Eff npts=3 xarray=[0.1 0.5 1] yarray=[0.9 0.95 0.97]
New XYcurve.VV npts=4 Points=(0.92,1.0 0.98,0.0 1.02,0.0 1.08,-1.0)
New Line.L bus1=s bus2=b r1=0.1 x1=0.08 r0=0.4 x0=0.3 c1=0 c0=0 length=0.2 units=km
New Load.House bus1=b.1 phases=1 kv=(@kv 3 sqrt /) kw=3 pf=0.97 daily=Day status=fixed
New Generator.G bus1=b phases=3 kv=0.4 kw=10 pf=0.95 model=1
New PVSystem.P bus1=b phases=3 kv=0.4 kva=20 Pmpp=18 irradiance=0.9 %cutin=0.1 %cutout=0.1 daily=Sun pf=1
New PVSystem.Q bus1=b phases=3 kv=0.4 kva=20 Pmpp=18 irradiance=0.9 EffCurve=Eff pf=1
New Storage.B bus1=b phases=3 kv=0.4 kWrated=10 kWhrated=20 %stored=50 state=idling
New InvControl.VV mode=VOLTVAR vvc_curve1=VV DERList=(PVSystem.P)
New Monitor.M element=Line.L terminal=1 mode=0
BatchEdit Load..* vminpu=0.85 vmaxpu=1.15
Set mode=daily number=24 stepsize=1h
Solve
`,
    'sun.csv': Array.from({ length: 24 }, (_, hour) =>
      Math.max(0, 1 - Math.abs(hour - 12) / 7).toFixed(3),
    ).join('\n'),
  },
  controls: {
    'main.dss': `Clear
New Circuit.Ctl basekv=115 bus1=src
New XfmrCode.X phases=1 windings=3 kvs=[7.2 0.12 0.12] kvas=[25 25 25] %imag=0.5 %Rs=[0.6 1.2 1.2] %noloadloss=0.2
~ Xhl=2.04 Xht=2.04 Xlt=1.36
New Transformer.Sub phases=3 windings=3 buses=(src mid.1.2.3.0 ter) conns=(delta wye delta) kvs=(115 12.47 4.16)
~ kvas=(10000 10000 3000) xscarray=[8 12 5] %loadloss=0.8 ppm_antifloat=2
New Transformer.Split XfmrCode=X buses=[mid.1.0 sec.1.0 sec.0.2] bank=b1
New Line.F bus1=mid bus2=end length=3 units=km switch=no
New Fuse.Fu MonitoredObj=Line.F MonitoredTerm=1
New Line.Sw bus1=mid bus2=other switch=y
New SwtControl.S SwitchedObj=Line.Sw SwitchedTerm=1 Action=open Lock=yes
New Capacitor.Bank bus1=end phases=3 kv=12.47 kvar=[300 300] numsteps=2 states=[1 0]
New CapControl.CC element=Line.F terminal=1 capacitor=Bank type=kvar ONsetting=150 OFFsetting=-225 ptratio=60 ctratio=60
New RegControl.RC transformer=Sub winding=2 vreg=120 band=3 ptratio=60 bus=end.1
New Load.S1 bus1=sec.1 phases=1 kv=0.12 kw=5 pf=0.9 model=4 CVRwatts=0.8 CVRvars=2.5
New Load.S2 like=S1 bus1=sec.2
New Load.X bus1=end phases=3 kv=12.47 xfkVA=1000 allocationfactor=0.6 pf=0.92 conn=delta
Open Line.F 2 1
Close Line.F 2 1
Edit Load.X kw=500
Disable Load.S2
Set loadmult=0.9 controlmode=static maxcontroliter=20
Solve mode=snap
`,
  },
};

export function sampleFiles(name: string): FileAccess {
  return memoryFiles(SAMPLES[name]!);
}
